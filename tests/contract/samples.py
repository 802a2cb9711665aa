"""Requests made from docs/openapi.yaml: for every operation one that is valid, and how to break it."""
import json

MISSING = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'        # an id of nothing
KNOWN = {'vin': 'JTMHV05J604012345', 'password': 'blue harbour 42', 'code': '123456', 'totp': '123456', 'country_from': 'JP',
         'return_url': 'https://example.org/back', 'body_type': 'suv', 'fuel': 'petrol', 'transmission': 'cvt', 'drive': 'awd',
         'color': 'white', 'query': 'q=rav4', 'until': '2020-01-01T00:00:00Z'}
FORMATS = {'uuid': MISSING, 'date-time': '2026-11-25T12:00:00Z', 'email': 'somebody@example.org'}


def value(contract, schema, name=''):
    """A value that the schema allows, with every property that it names."""
    schema = contract.resolve(schema)
    kinds = schema.get('type', 'object')
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if 'enum' in schema:
        return schema['enum'][0]
    if kind == 'object':
        return {key: value(contract, inner, key) for key, inner in schema.get('properties', {}).items()}
    if kind == 'array':
        return [value(contract, schema['items'])]
    if kind == 'integer':
        return {'amount': 250000000, 'year': 2019}.get(name, schema.get('minimum', 1))
    if kind == 'boolean':
        return False
    return KNOWN.get(name) or FORMATS.get(schema.get('format')) or 'слово за слово'


def path_of(contract, path, operation, ids=MISSING):
    """The path with its parameters filled in: an id is `ids`, another word the first that is allowed."""
    for parameter in (contract.resolve(p) for p in operation.get('parameters', [])):
        if parameter['in'] == 'path':
            word = contract.resolve(parameter['schema']).get('enum', [ids])[0]
            path = path.replace('{' + parameter['name'] + '}', word)
    return path


class Request:
    """One request as Client.request takes it."""

    def __init__(self, contract, method, path, operation):
        self.method, self.pattern, self.operation = method, path, operation
        self.path = path_of(contract, path, operation)
        self.content = next(iter(operation.get('requestBody', {}).get('content', {}).items()), (None, None))
        self.kind, media = self.content
        self.headers = {'If-Match': '"1"'} if method in ('PATCH', 'PUT', 'POST', 'DELETE') else {}
        self.schema = contract.resolve(media['schema']) if media else None
        self.body = self.data = None
        if self.kind == 'application/json':
            self.body = value(contract, self.schema)
        elif self.kind == 'application/x-www-form-urlencoded':
            self.headers['Content-Type'], self.data = self.kind, b'outcome=success'

    @property
    def name(self):
        return f'{self.method} {self.pattern}'

    def as_bytes(self):
        return self.data if self.body is None else json.dumps(self.body).encode()


def requests(contract):
    """One valid request for every operation of the public listener, but for uploads and the WebSocket."""
    for (method, path), operation in contract.operations.items():
        request = Request(contract, method, path, operation)
        if 'x-listener' not in operation and request.kind != 'multipart/form-data':
            yield request
