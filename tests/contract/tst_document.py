#!/usr/bin/python3
"""docs/openapi.yaml is a valid OpenAPI 3.1 document, and names exactly the routes that the server registers."""
import re
import subprocess
import sys
import unittest
import warnings

from contract import Contract, METHODS

with warnings.catch_warnings():
    warnings.simplefilter('ignore', DeprecationWarning)
    from jsonschema import Draft202012Validator

CARGOD, DOCUMENT, SOURCE = sys.argv[1:4]

# Fields of the objects of OpenAPI 3.1.0 that this document uses; names that begin with x- are free.
FIELDS = {
    'root': {'openapi', 'info', 'servers', 'tags', 'security', 'paths', 'components'},
    'path': {'summary', 'description', 'servers', 'parameters', *METHODS},
    'operation': {'operationId', 'tags', 'summary', 'description', 'security', 'parameters', 'requestBody', 'responses'},
    'parameter': {'name', 'in', 'required', 'description', 'schema', 'style', 'explode', 'example'},
    'header': {'description', 'required', 'schema', 'example'},
    'body': {'description', 'required', 'content'},
    'media': {'schema', 'example', 'encoding'},
    'response': {'description', 'headers', 'content'},
    'components': {'securitySchemes', 'parameters', 'headers', 'responses', 'schemas'},
}


class Document(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.contract = Contract(DOCUMENT)
        cls.root = cls.contract.document
        cls.routes = {}
        for line in subprocess.run([CARGOD, 'routes'], check=True, capture_output=True, text=True).stdout.splitlines():
            method, path, access, marks = line.split('\t')
            cls.routes[method, path] = (access, marks.split())

    def fields(self, kind, node, where):
        self.assertIsInstance(node, dict, where)
        unknown = {name for name in node if not name.startswith('x-')} - FIELDS[kind]
        self.assertFalse(unknown, f'{where}: no such fields of a {kind}')

    def content(self, content, where):
        for kind, media in content.items():
            self.assertRegex(kind, r'^[a-z]+/[a-z0-9.+-]+$', where)
            self.fields('media', media, f'{where} {kind}')
            self.assertIn('schema', media, where)

    def response(self, response, where):
        self.fields('response', response, where)
        self.assertTrue(response.get('description'), where)
        for name, header in response.get('headers', {}).items():
            self.fields('header', self.contract.resolve(header), f'{where} {name}')
        self.content(response.get('content', {}), where)

    def parameter(self, parameter, where):
        self.fields('parameter', parameter, where)
        self.assertIn(parameter['in'], ('path', 'query', 'header'), where)
        self.assertIn('schema', parameter, where)

    def test_structure(self):
        self.fields('root', self.root, 'root')
        self.assertEqual(self.root['openapi'], '3.1.0')
        self.assertTrue(self.root['info']['title'] and self.root['info']['version'])
        self.fields('components', self.root['components'], 'components')
        for kind, parts in self.root['components'].items():
            for name, part in parts.items():
                self.assertRegex(name, r'^[\w.-]+$')
                if kind == 'responses':
                    self.response(part, name)
                if kind == 'parameters':
                    self.parameter(part, name)
        self.assertEqual(set(self.contract.resolve(s) and next(iter(s)) for s in self.root['security']),
                         set(self.root['components']['securitySchemes']))

    def test_operations(self):
        tags = {tag['name'] for tag in self.root['tags']}
        seen = set()
        for path, item in self.root['paths'].items():
            self.fields('path', item, path)
        for (method, path), operation in self.contract.operations.items():
            where = f'{method} {path}'
            self.fields('operation', operation, where)
            self.assertTrue(operation['summary'], where)
            self.assertLessEqual(set(operation['tags']), tags, where)
            self.assertNotIn(operation['operationId'], seen, where)
            seen.add(operation['operationId'])
            parameters = [self.contract.resolve(p) for p in operation.get('parameters', [])]
            for parameter in parameters:
                self.parameter(parameter, where)
            names = [(p['in'], p['name'].lower()) for p in parameters]
            self.assertEqual(len(names), len(set(names)), where)
            self.assertEqual({n for place, n in names if place == 'path'}, set(re.findall(r'\{(\w+)\}', path)), where)
            self.assertTrue(all(p.get('required') for p in parameters if p['in'] == 'path'), where)
            if 'requestBody' in operation:
                self.assertNotEqual(method, 'GET', where)
                self.fields('body', operation['requestBody'], where)
                self.content(operation['requestBody']['content'], where)
            self.assertTrue(any(s[0] in '123' for s in operation['responses']), where)
            for status, response in operation['responses'].items():
                self.assertRegex(status, r'^([1-5]\d\d|default)$', where)
                self.response(self.contract.resolve(response), f'{where} {status}')

    def test_schemas_references_and_examples(self):
        used = set()

        def walk(node, where):
            if isinstance(node, dict):
                if isinstance(node.get('$ref'), str):
                    self.contract.resolver.resolve(node['$ref'])   # raises when there is nothing
                    used.add(node['$ref'])
                if isinstance(node.get('schema'), dict):
                    Draft202012Validator.check_schema(node['schema'])
                    if 'example' in node:
                        self.assertEqual(self.contract.faults(node['schema'], node['example']), [], where)
                for name, child in node.items():
                    if name != 'example':
                        walk(child, f'{where}/{name}')
            elif isinstance(node, list):
                for number, child in enumerate(node):
                    walk(child, f'{where}/{number}')

        walk(self.root, '#')
        for name, schema in self.root['components']['schemas'].items():
            Draft202012Validator.check_schema(schema)
            if 'example' in schema:
                self.assertEqual(self.contract.faults(schema, schema['example']), [], name)
        for kind in ('schemas', 'parameters', 'headers', 'responses'):
            for name in self.root['components'][kind]:
                self.assertIn(f'#/components/{kind}/{name}', used, 'nobody refers to it')

    def test_wrong_values_are_refused(self):
        money = {'$ref': '#/components/schemas/Money'}
        self.assertEqual(self.contract.faults(money, {'amount': 1, 'currency': 'RUB'}), [])
        for wrong in ({'amount': 1}, {'amount': 1.5, 'currency': 'RUB'}, {'amount': 1, 'currency': 'RUB', 'more': 1}, None):
            self.assertNotEqual(self.contract.faults(money, wrong), [], wrong)
        self.assertNotEqual(self.contract.faults({'$ref': '#/components/schemas/Id'}, 'seven'), [])
        self.assertNotEqual(self.contract.faults({'$ref': '#/components/schemas/Time'}, '2026-01-01'), [])

    # The other listeners register their few routes themselves: see server/ops and server/http/front_door.
    def test_every_route_and_no_other(self):
        documented = {key for key, o in self.contract.operations.items() if 'x-listener' not in o}
        self.assertEqual(documented, set(self.routes), 'docs/openapi.yaml and `cargod routes` differ')
        apart = {path for (_, path), o in self.contract.operations.items() if 'x-listener' in o}
        self.assertEqual(apart, {'/healthz', '/readyz', '/metrics', '/ws'})

    def test_access_and_idempotency(self):
        for key, (access, marks) in self.routes.items():
            operation = self.contract.operations[key]
            said = 'public' if operation.get('security') == [] else operation.get('x-permission', 'signed_in')
            self.assertEqual(said, access, f'{key}: who may call it')
            parameters = [self.contract.resolve(p)['name'] for p in operation.get('parameters', [])]
            self.assertEqual('Idempotency-Key' in parameters, 'idempotent' in marks, f'{key}: Idempotency-Key')
            self.assertEqual(bool(operation.get('x-webhook')), 'webhook' in marks, f'{key}: webhook')
            self.assertEqual(bool(operation.get('x-step-up')), 'step_up' in marks, f'{key}: step-up')
            body = operation.get('requestBody', {}).get('content', {})
            self.assertEqual('multipart/form-data' in body, 'multipart' in marks, f'{key}: upload')

    # An error of the server that the document does not know would be a surprise to every client.
    def test_error_codes(self):
        with open(f'{SOURCE}/shared/domain/error.h', encoding='utf-8') as file:
            codes = re.findall(r'X\(\w+, "(\w+)"\)', file.read())
        self.assertGreater(len(codes), 40)
        schema = self.root['components']['schemas']['ErrorCode']
        self.assertEqual(schema['enum'], codes)
        self.assertEqual(set(schema['x-status']), set(codes))


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1] + sys.argv[4:])
