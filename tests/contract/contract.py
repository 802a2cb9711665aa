"""docs/openapi.yaml as tests use it: which operation a request is, and whether an answer is what it promises."""
import json
import re
import warnings

import yaml

with warnings.catch_warnings():
    warnings.simplefilter('ignore', DeprecationWarning)
    from jsonschema import Draft202012Validator, FormatChecker, RefResolver

METHODS = ('get', 'put', 'post', 'patch', 'delete')
UUID = re.compile(r'[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}')
MOMENT = re.compile(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z')

formats = FormatChecker(formats=())
formats.checks('uuid')(lambda value: not isinstance(value, str) or UUID.fullmatch(value) is not None)
formats.checks('date-time')(lambda value: not isinstance(value, str) or MOMENT.fullmatch(value) is not None)


class Contract:
    def __init__(self, path):
        with open(path, encoding='utf-8') as file:
            self.document = yaml.safe_load(file)
        self.operations = {}   # (METHOD, path) → operation
        self.patterns = []     # (parameters, METHOD, regular expression, path)
        for path, item in self.document['paths'].items():
            pattern = re.compile(re.sub(r'\\{\w+\\}', '[^/]+', re.escape(path)))
            for method in METHODS:
                if method in item:
                    self.operations[method.upper(), path] = item[method]
                    self.patterns.append((path.count('{'), method.upper(), pattern, path))
        self.patterns.sort(key=lambda row: row[0])   # as in the router, literals win over parameters
        self.resolver = RefResolver('', self.document)
        self.validators = {}

    def resolve(self, node):
        while isinstance(node, dict) and '$ref' in node:
            node = self.resolver.resolve(node['$ref'])[1]
        return node

    def find(self, method, path):
        """The (METHOD, path) of the document that a request belongs to, or None."""
        path = path.split('?')[0]
        for _, word, pattern, name in self.patterns:
            if word == method and pattern.fullmatch(path):
                return word, name
        return None

    def validator(self, schema):
        key = json.dumps(schema, sort_keys=True)
        if key not in self.validators:
            self.validators[key] = Draft202012Validator(schema, resolver=self.resolver, format_checker=formats)
        return self.validators[key]

    def allows(self, schema, value):
        return self.validator(schema).is_valid(value)

    def faults(self, schema, value):
        return [f"at {'/'.join(map(str, e.absolute_path)) or '.'}: {e.message[:400]}"
                for e in self.validator(schema).iter_errors(value)]

    def check(self, method, path, status, headers, body):
        """What is wrong with an answer; an empty list when it is as promised."""
        found = self.find(method, path)
        if found is None:
            return ['no such operation in the contract']
        responses = self.operations[found]['responses']
        response = self.resolve(responses.get(str(status), {}))
        if not response:
            response = self.resolve(responses['default'])
            if status not in response['x-statuses']:
                return [f'status {status} is not documented']
        kind = headers.get('content-type', '').split(';')[0].strip()
        content = response.get('content')
        # A stored answer is its status and body; its ETag is the version in the body.
        faults = [f'no header {name}' for name in response.get('headers', {})
                  if name == 'ETag' and 'etag' not in headers and 'idempotency-replayed' not in headers]
        if 'x-request-id' not in headers:
            faults.append('no X-Request-Id')
        if not content:
            return faults + ([f'a body of {len(body)} bytes where none is documented'] if body else [])
        if kind not in content:
            return faults + [f'content type {kind!r} is not documented']
        if kind in ('application/json', 'application/problem+json'):
            try:
                value = json.loads(body)
            except ValueError as problem:
                return faults + [f'not JSON: {problem}']
            faults += self.faults(content[kind]['schema'], value)
            if kind == 'application/problem+json' and value.get('status') != status:
                faults.append(f"the problem says {value.get('status')}, the answer {status}")
        return faults
