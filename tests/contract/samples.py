"""Requests made from docs/openapi.yaml: for every operation one that is valid, and how to break it."""
import json
import urllib.parse

MISSING = '0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'        # an id of nothing
KNOWN = {'vin': 'JTMHV05J604012345', 'password': 'blue harbour 42', 'code': '123456', 'totp': '123456', 'country_from': 'JP',
         'return_url': 'https://example.org/back', 'body_type': 'suv', 'fuel': 'petrol', 'transmission': 'cvt', 'drive': 'awd',
         'color': 'white', 'query': 'q=rav4', 'slug': 'how-to', 'until': '2020-01-01T00:00:00Z'}
FORMATS = {'uuid': MISSING, 'date-time': '2026-11-25T12:00:00Z', 'email': 'somebody@example.org'}


def value(contract, schema, name=''):
    """A value that the schema allows, with every property that it names."""
    schema = contract.resolve(schema)
    kinds = schema.get('type', 'object')
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if 'enum' in schema:
        return schema['enum'][0]
    if 'const' in schema:
        return schema['const']
    if 'example' in schema:
        return schema['example']
    if 'oneOf' in schema:
        return value(contract, schema['oneOf'][0], name)
    if 'allOf' in schema:
        return {key: inner for part in schema['allOf'] for key, inner in value(contract, part).items()}
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
        self.contract, self.method, self.pattern, self.operation = contract, method, path, operation
        self.path = path_of(contract, path, operation)
        self.kind, media = next(iter(operation.get('requestBody', {}).get('content', {}).items()), (None, None))
        self.headers = {}
        self.schema = contract.resolve(media['schema']) if media else None
        if any(p['name'] == 'If-Match' for p in self.takes('header')):
            self.headers['If-Match'] = '"1"'
        self.body = self.data = None
        if self.kind == 'application/json':
            self.body = value(contract, self.schema)
        elif self.kind == 'application/offset+octet-stream':
            self.headers.update({'Content-Type': self.kind, 'Upload-Offset': '0'})
            self.data = b'a piece'
        elif self.kind == 'application/x-www-form-urlencoded':
            self.headers['Content-Type'], self.data = self.kind, b'outcome=success'

    def takes(self, place):
        """Its parameters of that place: path, query, header."""
        return [p for p in map(self.contract.resolve, self.operation.get('parameters', [])) if p['in'] == place]

    @property
    def asked(self):
        """The path with the query that the operation requires."""
        query = {}
        for parameter in self.takes('query'):
            if parameter.get('required'):
                schema = self.contract.resolve(parameter['schema'])
                # A list is as short as it may be, of different ids.
                query[parameter['name']] = ','.join(MISSING[:-1] + str(i) for i in range(schema['minItems'])) \
                    if schema.get('type') == 'array' else value(self.contract, schema, parameter['name'])
        return self.path + ('?' + urllib.parse.urlencode(query) if query else '')

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


# ------------------------------------------------------------------------------------------------------------ breaking

INT64 = 2**63
ENDLESS = '1e999'
LONG = 'я' * 9_000                      # longer than any text may be, shorter than any body
NUL, SURROGATE = 'a\0b', '\ud800'       # json.dumps writes the second as the escape that it is
STRINGS = ['', LONG, NUL, SURROGATE, 'no such word', '\u202e\ufeff', 7, True, None, [], {}]
NUMBERS = [0, -1, -INT64, INT64, 2 * INT64, 10**400, 1.5, 1e300, float('inf'), '7', True, None, [], {}]
ARRAYS = [['x'] * 10_000, [None], [[]], [{}], {}, 'x', 7, None]
OBJECTS = [{}, [], ['x'], 'x', 7, None]
BOOLEANS = ['true', 1, None, []]


class Broken:
    """A body with one thing wrong, and whether it must be refused."""

    def __init__(self, what, data, must):
        self.what, self.data, self.must = what, data, must


def wrong_values(contract, schema):
    schema = contract.resolve(schema)
    kinds = schema.get('type', 'string' if 'const' in schema else 'object')
    kind = kinds if isinstance(kinds, str) else kinds[0]
    return {'object': OBJECTS, 'array': ARRAYS, 'integer': NUMBERS, 'number': NUMBERS, 'boolean': BOOLEANS}.get(kind, STRINGS)


def places(contract, schema, at=()):
    """Every field of a body: (way to it, its schema, whether it may be left out)."""
    schema = contract.resolve(schema)
    for part in schema.get('allOf', []):
        yield from places(contract, part, at)
    for name, inner in schema.get('properties', {}).items():
        yield (*at, name), inner, name not in schema.get('required', [])
        yield from places(contract, inner, (*at, name))
    if 'items' in schema:
        yield (*at, 0), schema['items'], False
        yield from places(contract, schema['items'], (*at, 0))


def changed(body, at, new):
    """A copy with another value at that place; without the field when there is none."""
    body = body.copy()
    if len(at) > 1:
        body[at[0]] = changed(body[at[0]], at[1:], new)
    elif new is places:
        del body[at[0]]
    else:
        body[at[0]] = new
    return body


def never_good(new):
    """What no field takes, whatever its schema says."""
    if isinstance(new, str):
        return '\0' in new or '\ud800' in new
    return isinstance(new, (int, float)) and not isinstance(new, bool) and not -INT64 <= new < INT64


def broken_bodies(contract, schema, body):
    """Every field missing and with every wrong value of its kind, and bodies that are no JSON object at all."""
    whole = json.dumps(body).encode()
    for at, inner, optional in places(contract, schema):
        for new in [places, *wrong_values(contract, inner)]:
            what = changed(body, at, new)
            data = json.dumps(what).replace('Infinity', ENDLESS).encode()
            # Null is as good as nothing where nothing is good.
            same = changed(body, at, places) if new is None and optional else what
            must = never_good(new) or not contract.allows(schema, same)
            yield Broken(f"{'.'.join(map(str, at))} = {'nothing' if new is places else repr(new)[:40]}", data, must)
    for what, data in {
            'no body': b'', 'an open brace': b'{', 'an array': b'[]', 'null': b'null', 'a text': b'"x"', 'a number': b'7', 'half': whole[:-2],
            'more behind it': whole + b'x', 'two of it': whole + whole, 'a comma too much': whole[:-1] + b',}', 'single quotes': b"{'a': 1}",
            'a comment': b'{/**/' + whole[1:], 'UTF-16': whole.decode().encode('utf-16'), 'invalid UTF-8': b'{"a": "\xff",' + whole[1:],
            'a surrogate in UTF-8': b'{"a": "\xed\xa0\x80",' + whole[1:], 'a NUL': b'{\0' + whole[1:], '10,000 brackets': b'[' * 10_000 + b']' * 10_000,
            'deep arrays': b'{"a": ' + b'[' * 5_000 + b']' * 5_000 + b',' + whole[1:],
            'deep objects': b'{"a": ' + b'{"a": ' * 1_000 + b'1' + b'}' * 1_000 + b',' + whole[1:],
            'too large': b'{"a": "' + b'a' * 300_000 + b'",' + whole[1:]}.items():
        yield Broken(what, data, True)


PATH_WORDS = ['seven', '-1', '0', '99999999999999999999', '0' * 400, MISSING + '0', MISSING[:-1], '%00', MISSING + '%00', '%ff%fe',
              '%ED%A0%80', '..%2f..%2fetc%2fpasswd', MISSING + '%0A', '%F0%9F%9A%97', "'%20or%201=1--", '{id}', '%7Bid%7D', ' '.join('ab').replace(' ', '%20')]
# The sender makes the id: one that is not known yet begins something.
MADE_BY_SENDER = {'PUT /api/v1/media/uploads/{id}'}
QUERY_WORDS = ['', '-1', '0', '1.5', '1e3', '99999999999999999999', str(INT64), str(-INT64 - 1), 'word', '%00', '%ff', '%ED%A0%80', 'a' * 5_000,
               '%F0%9F%9A%97', 'true', '1%27%20or%201=1--', '%2B1', '%201']


def text_fits(contract, schema, word):
    """Whether a parameter may be this (percent-encoded) word."""
    schema = contract.resolve(schema)
    if schema.get('type') == 'array':
        schema = contract.resolve(schema['items'])
    try:
        text = urllib.parse.unquote(word, errors='strict')
    except UnicodeDecodeError:
        return False
    if '\0' in text:
        return False
    if schema.get('type') in ('integer', 'number'):
        try:
            number = int(text) if schema['type'] == 'integer' else float(text)
        except ValueError:
            return False
        return contract.allows(schema, number) and -INT64 <= number < INT64
    return contract.allows(schema, text)
