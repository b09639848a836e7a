"""Spanish: its words by class, and what only Spanish says. Data; the classes are in `speech/shape.py`."""

from typing import Final

from gateway.signals.speech.shape import Speech

SPANISH: Final = Speech(
    classes={
        "via": "en|por|a|de|desde|través|mediante|via|vía|con|medio|del|al|d",
        "inside": "en|desde|través|mediante",
        "det": "el|la|los|vuestra|su|tu|mi|un|una|vuestro|de|lo",
        "of": "de|en|por|del",
        "site": "página|tienda|web|marketplace|plataforma|cuenta|sitio|portal|vendedor|app|página web|"
        "market place|comercio",
        "mine": "mi|mis|nuestro|nuestra|nuestros",
        "your": "su|vuestra|vuestro|tu|sus|vuestras",
        "you": "ustedes|vosotros|usted|les|os|vds|uds|vuestro",
        "bought": "gané|compró|compraron|pidió|pidieron|adquirió|encargó|realizó una compra|comprado|"
        "comprada|comprados|compradas|pedido|pedida|pedidos|pedidas|adquirido|adquirida|adquiridos|compré|"
        "pedí|adquirí|compramos|pedimos|encargado|encargué|"
        "pillado|pillé|cogido|cogí|ganado|conseguí",
        "made": "fue|hice|hecho|hicimos|realicé|realizado|realizada|realizamos|efectuado|efectuada|efectué|"
        "hecha|tramitado|hacer",
        "deed": "pedido|pedidos|compra|compras|subasta|orden",
        "number": "número de pedido|nº de pedido|n de pedido|num de pedido|num pedido|número pedido|nº "
        "pedido|n pedido|pedido nº|pedido número|pedido n|"
        "referencia de pedido|referencia del pedido|número de orden|número de artículo|ref pedido|id de "
        "pedido|código de pedido|numero del pedido|nº del pedido",
        "dated": "del|de|realizado|realizada|hecho|efectuado|con fecha",
        "iam": "soy|somos|como",
        "customer": "cliente|clienta|comprador|compradora|clientes",
        "neg": "no|sin|nunca|ni|en vez de|en lugar de",
        "never": "nunca|nada|jamás",
        "fromyou": "a ustedes|a vosotros|a usted|de ustedes|de vosotros|de usted|con ustedes|"
        "con vosotros|con usted|en ustedes|en vosotros|en usted",
        "cond": "si",
        "people": "alguien|competidor|clientes|gente|personas|compradores|consumidores|usuarios",
        "other": "otro|otra|otros|tercero|distinto|diferente|particular",
        "second": "otra|otro|segunda|segundo|una|uno|vez",
        "seller": "vendedor*|tienda*|comercio*|empresa|persona|proveedor*|comerciante*",
        "seen": "visto|vista|vi|encontrado|encontré|leído|comparado|descubierto|descubrí",
        "sees": "veo|encuentro|cuesta|vemos",
        "available": "disponible|en stock",
        "only": "solo|solamente|únicamente",
        "thought": "pensaba|pensé|creía",
        "thistime": "esta vez",
        "shop": "página|tienda|web|página web|tienda online|sitio web|tienda en línea|sitio|eshop|tienda "
        "virtual",
        "direct": "directamente|directo",
        "told": "pide|piden|dicho|dijo|dijeron|dice|dicen|pedido|indicado|indica|remitido|remite|derivado|aconsejado|"
        "recomendado|recomienda|respondido|respondió|sugirió|sugerido|redirigido|"
        "informado|deriva|comentan",
        "service": "servicio de atención al cliente|servicio al cliente|atención al cliente|atención|"
        "soporte|servicio|asistencia|agente|ayuda",
        "contact": "contact*|escrib*|respuest*|respond*|mensaje*|localizar|comunicar*",
        "unable": "rechaza|niega|no|nadie|imposible|nada|nunca|tampoco|ninguna|ningún",
        "after": "devolución|devoluciones|reembolso|reembolsos|entrega|factura|reseña|valoración|opinión|"
        "cuenta|paquete|reclamación|garantía|artículo|devuelto|"
        "reembolsado|disputa|cambio|envío|cliente|cancelación|producto|ticket|recibo",
        "got": "recibido|recibida|recibí|recibimos|entregado|entregada|llegado|llegó|llegada|recibidos",
        "rated": "dejado una reseña|dejar una reseña|mi reseña|mi valoración|mi opinión|mi comentario|"
        "dejaré una|dejado una valoración",
        "gaverating": "dejé|dejado|puse|puesto|escrito|escribí|di|dado",
        "rating": "reseña|estrellas|estrella|valoración|opinión",
        "helps": "reembols*|devuelv*|devolv*|ayud*|reempla*",
        "courier": "caja|embalaje|repartidor|repartidora|mensajero|transportista|almacén",
        "window": "plazo de devolución|período de devolución|periodo de devolución|plazo para devolver",
        "listing": "anuncio|ficha|oferta|descripción|publicación|página",
        "claimed": "decía|ponía|dice|pone|indicaba|indica|prometía|describía",
        "per": "según",
        "work": "trabaja|trabajo|trabajado|trabajaba|empleado",
        "another": "otro|otra|segundo|segunda",
        "voucher": "tarjeta regalo|cheque regalo|vale|tarjeta de regalo",
        "parcel": "paquete|envío|entrega",
        "instead": "en su lugar|al final|finalmente|mientras tanto",
        "there": "allí|ahí",
        "friend": "amigo|amiga|amigos|vecino|vecina|colega|compañero|compañera",
        "me": "me|nos",
        "sold": "vendido|vendisteis|vendieron|enviado|enviasteis|enviaron|mandado|mandaron",
        "message": "correo|email|e-mail|mail|mensaje|carta|publicidad|boletín|notificación|aviso",
        "paid": "pagado|pagada|pagar|pagué|pago",
        "with": "con",
        "have": "han|habéis|ha",
        "buy": "comprar|pedir|adquirir|comprarlo|comprarla|encargar",
        "want": "quiero|quisiera|querría|gustaría|pienso|pensando|interesado|interesada|podría|puedo|"
        "quería|deseo|voy|queremos",
        "because": "porque|ya que|como|pues",
        "soldout": "agotado|agotada|agotados|agotadas|no disponible|sin stock",
        "irreal": "habría|hubiera",
    },
    weak=(
        "pagado|pagué|recibido|recibida",
        "número|nº|n|confirmación|referencia de|del pedido",
        "pedido|comprado|compré|compra|factura|reembolso|reembolsar|devolución|devolver|garantía|cambio|"
        "cambiar|recambio|repuesto",
        "roto|rota|defectuos*|dañad*|averiad*|falta|faltan|equivocad*|estropead*|funciona|pierde|rayad*",
        "paquete|entrega|entregado|recibido|recibí|llegado|envío|enviado|seguimiento|transportista",
        "no funciona|llega|carga|enciende",
    ),
    bought=(
        "cogí|pillé|compré|pedí ...3 {at}",
        "<mine> pedido|compra ...2 {at}",
        "<mine> pedido|compra {name}",
        "{at} he|hemos|hice ...6 <bought>|pedido",
        "pedido|compra ...1 {at} ...1 del|de fecha|nº|n|número|realizado|realizada|con",
        "pedido {name} ...1 del|nº|n|número",
        "hice|realicé|hicimos ...3 pedido|compra ...4 {at}",
        "lo|la|los|las compré|pedí|adquirí|compramos ... {at}",
        "<iam> cliente <of>? {name}",
    ),
    not_bought=(
        "{at} ...4 no he|hemos|había ...1 <bought>",
        "no he|hemos|había ...1 <bought> ...4 {at}",
        "nunca he|hemos|había? <bought>",
        "no ...1 un|una|el <deed> <of>? {name}",
        "{at} ...4 habría|sería|hubiera",
        "más|menos|mejor|barato ...2 que {at}",
        "{at} ...5 pasa|pasaba|ocurre|pasado nunca",
        "si ...3 compro|compra|pido|<bought>|<buy> ...6 {at}",
        "antes de|del ...6 {at}",
        "hubiera|habría ...3 <bought> ...6 {at}",
        "otr* vendedor*|tienda* ...6 {name}",
        "{name} ...6 otro|otra|otros vendedor*|tienda*",
        "han|habéis ...2 <bought> ...6 {at}",
        "tarjeta|cheque regalo <of>? {name}",
        "trabajo|trabajado|trabajaba en|para {name}",
        "vez|lugar de ...3 {at}",
    ),
    sent=(
        "{name} me|nos ha|han|dice|dicen|dijo|dijeron|indica|remite|deriva|recomienda ...6",
        "desde {name} me|nos ...4 <told>",
        "en {name} me|nos ...4 <told>",
        "{name} ...4 <told> ...5 ustedes|vendedor|contact*|vosotros",
        "<service> <via>|<of>? <det>? {name} ...5 <told>",
        "vendido por ...6 enviado|gestionado por {name}",
    ),
    medium=(
        "<after> <of>? {name}",
        "{name} no ...5 respond*|devuelv*|reembols*|permit*|deja|puedo|contest*|hace",
        "vendedor ...2 {at}",
        "plazo|período|periodo ...5 {at}",
    ),
    shop=(
        "<bought> ...6 en|desde su|vuestra|tu página|tienda|web|sitio",
        "en|desde su|vuestra|tu página|tienda|web|sitio ... <bought>",
        "pedido|compra ...4 en|desde su|vuestra|tu página|tienda|web",
        "través de su|vuestra página|tienda|web",
        "<bought> ...3 directamente a|en|con ustedes|vosotros|su",
    ),
    talk={
        "agency": (
            "follower|followers|ugc|reels|haul|hauls|collab|collabs|storefront_haul|seguidores|creadora_de_contenido|creador_de_contenido|unboxing",
            "ppc|acos|seo|fba|repricing|posicionamiento",
            "seller|vendor central",
            "fnsku|buy_box|buybox|a_content",
            "aumentar|incrementar|mejorar|optimizar|duplicar|impulsar|multiplicar ...5 ventas|facturación|"
            "visibilidad|anuncios|listados|fichas",
            "agencia|software|consultor*|herramienta ...6 {name}",
            "{name} ...3 agencia|consultor*|publicidad|expert*|ads",
            "consulta|consultoría|análisis|demo|prueba|auditoría|llamada ...1 gratis|gratuit*|sin compromiso",
            "colaboración|colaborar|alianza ...6 {name}",
            "influencer|bloguer*|producto_gratis|muestra_gratuita",
            "ayudamos ...4 vendedores|marcas|empresas|tiendas|comercios",
        ),
        "supplier": (
            "nosotros? vendemos|ofrecemos|distribuimos|fabricamos|suministramos ...5 {at}",
            "somos ...4 fabricantes|fabricante|proveedores|mayoristas|distribuidores|una","mayorista*|lista_de_precios|dropshipping|al_por_mayor",
            "nuestro|nuestra|nuestros catálogo|gama|colección|tarifa",
            "transitario|logística|almacenaje",
        ),
        "job": (
            "candidatura|currículum|curriculum|carta_de_presentación|prácticas|puesto_de|solicitud_de_empleo",
            "periodista|encuesta|tesis|entrevista",
        ),
        "presale": (
            "venden|vendéis|envían|enviáis|tienen|tenéis|ofrecen|están|estáis ...5 {at}|también|"
            "disponible*|stock",
            "disponible|disponibilidad|disponibles|stock|más_barato|barato|descuento",
            "<want> ...4 <buy>",
            "antes de|del <buy>|pedido|compra",
            "interesado|interesada|interesa ...4 en|por",
            "visto ...5 {at}",
        ),
        "other_seller": (
            "a|de|en un|una ...1 empresa|vendedor|tienda|firma llamad*|de_nombre",
            "a|de|en|con otro|otra|particular vendedor*|tienda*|persona|usuario",
            "otro vendedor",
            "a|de un particular",
            "no ...1 a ustedes|vosotros ...4 <bought>",
            "<bought> ...4 no a ustedes|vosotros",
            "vendedor ...2 es|era|se llama otro|no|distinto",
            "no erais|eran|fueron|fuisteis ustedes|vosotros",
        ),
        "not_staff": ("atención|servicio al cliente",),
        "staff": (
            "cliente|clienta señor|señora|sr|sra",
            "el|la|al|ese|esa|este|nuestro cliente|clienta|comprador|compradora <of>? {name}",
            "devolverle|reembolsar|reembolsarle|reenviarle ...6 cliente|clienta|comprador",
            "nómina|mi_turno|turno_de_mañana|turno_de_tarde",
            "clienta|cliente compró|pidió|ha|quiere|pide|dice|pregunta|reclama|espera",
            "teletrabajo|baja_médica|compañer*|vacaciones",
            "hola equipo|chicos|a todos",
        ),
        "trade": (
            "<your> pedido|paquete ...4 camino",
            "<your> pedido ...14 enviado|sale|listo|confirmado|preparado|saldrá|expedido|preparación",
            "gracias por su|vuestro pedido",
            "adjunto|adjunta|adjuntamos ...3 nuestro|nuestra orden|pedido|factura|oferta",
            "nuestra|nuestro factura|orden|oferta|presupuesto|proforma",
            "confirmamos|enviamos ...4 su|vuestro pedido",
        ),
        "books": (
            "declaración de? iva",
            "extracto_bancario|extractos|asiento*_contable*|cierre_contable",
            "liquidaciones|ingresos ...3 {name}",
        ),
        "robot": (
            "listo|disponible ...3 recoger|recogida",
            "será entregad*",
            "no responda|respondas|responder ...2 este|esta",
            "este|esta ...5 automático|automáticamente|automática",
        ),
    },
)  # fmt: skip
