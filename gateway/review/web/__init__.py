"""The desk on the network: HTML pages at `/`, JSON at `/api/v1`, health and metrics.

`app.create_app` puts it together, `server.Server` runs it in the service's event
loop. FastAPI, Starlette and uvicorn are known in this package only.
"""
