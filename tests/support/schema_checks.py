# What the checks of our JSON Schemas share: TAP, and the same documents for the schema and for the program's reader.
# SPDX-License-Identifier: GPL-3.0-or-later

"""Schemas are looked for in SOURCE_ROOT/data/schemas; without python3-jsonschema a check is skipped."""

import json
import re
import subprocess
import sys

try:
    import jsonschema
except ImportError:
    print('1..0 # SKIP python3-jsonschema is not installed')
    sys.exit(0)


def read(command, documents):
    """Whether the reader of the program takes each."""
    text = ''.join(json.dumps(document, ensure_ascii=False) + '\f' for document in documents)
    run = subprocess.run(command, input=text, capture_output=True, encoding='utf-8', check=True)
    return [line == '1' for line in run.stdout.split()]


class SchemaChecks:
    """The checks of one schema, NAME.schema.json, beside which NAME.md is its page."""

    def __init__(self, root, name):
        folder = root / 'data/schemas'
        self.schema = json.loads((folder / f'{name}.schema.json').read_text(encoding='utf-8'))
        self.page = (folder / f'{name}.md').read_text(encoding='utf-8')
        self.validator = jsonschema.Draft202012Validator(self.schema)
        self.results = []
        try:
            jsonschema.Draft202012Validator.check_schema(self.schema)
            self.check('the schema is a schema', True)
        except jsonschema.SchemaError as error:
            self.check('the schema is a schema', False, error)

    def check(self, name, good, detail=''):
        self.results.append(good)
        print(f'{"ok" if good else "not ok"} {len(self.results)} {name}')
        if not good and detail:
            print('# ' + str(detail).replace('\n', '\n# '))

    def takes(self, document):
        return self.validator.is_valid(document)

    def find_error(self, document):
        return jsonschema.exceptions.best_match(self.validator.iter_errors(document))

    def check_members(self, command, minimal, right, wrong):
        """The schema and the reader agree. Cases are a member and what is put there; None takes it away."""
        for cases, good in ((right, True), (wrong, False)):
            documents = [dict(minimal, **{name: value}) for name, value in cases]
            for (name, value), document in zip(cases, documents, strict=True):
                if value is None:
                    del document[name]
            verb = 'takes' if good else 'refuses'
            for (name, value), document, taken in zip(cases, documents, read(command, documents), strict=True):
                shown = repr(value)[:60]
                self.check(f'the schema {verb} {name} = {shown}', self.takes(document) == good)
                self.check(f'the reader {verb} {name} = {shown}', taken == good)

    def check_example(self, command):
        """The first example of the page is a good one."""
        example = json.loads(re.search(r'```json\n(.*?)```', self.page, re.S).group(1))
        self.check('the schema takes the example', self.takes(example))
        self.check('the reader takes the example', read(command, [example]) == [True])

    def finish(self):
        print(f'1..{len(self.results)}')
        return 0 if all(self.results) else 1
