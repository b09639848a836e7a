"""How people review: rulings on held mail, their delivery, and the notices that go with them."""
