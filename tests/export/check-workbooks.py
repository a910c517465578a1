#!/usr/bin/env python3
# Reads the workbooks and LaTeX of "tongbi-cli table" back, by other hands than wrote them.
# SPDX-License-Identifier: GPL-3.0-or-later

"""check-workbooks.py TONGBI_CLI SOURCE_ROOT: prints TAP.

XLSX is read with openpyxl, ODS with Python's XML parser. What their number formats would show is worked out here and held
against the Markdown of the same table; the second sheet is held against tidy csv.
"""

import csv
import datetime
import io
import math
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
from decimal import ROUND_HALF_UP, Decimal

import openpyxl

PROGRAM = sys.argv[1]
DATA = pathlib.Path(sys.argv[2]) / 'tests' / 'data'
SAMPLES = pathlib.Path(sys.argv[2]) / 'data' / 'samples'
LANGUAGES = ['en', 'zh_CN']
EVERYTHING = ['--targets', '--published']
TOTALS = ['--totals']
RAISED = dict(zip('ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ', 'abcdefghijklmnoprstuvwxyz'))
FIRST_ROW, N_HEADS = 6, 2     # as spreadsheets count: rows from 1
MINUS = '−'

OFFICE = '{urn:oasis:names:tc:opendocument:xmlns:office:1.0}'
TABLE = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
TEXT = '{urn:oasis:names:tc:opendocument:xmlns:text:1.0}'
CONFIG = '{urn:oasis:names:tc:opendocument:xmlns:config:1.0}'


def run(*args, **more):
    environment = {**os.environ, **more}
    return subprocess.run([PROGRAM, *map(str, args)], capture_output=True, check=False, env=environment)


def write(path, suffix, language, *args, **more):
    made = run('table', path, '--lang', language, '--format', suffix, '-o', '-', *args, **more)
    if made.returncode != 0:
        raise AssertionError(f'exit status {made.returncode}: {made.stderr.decode()}')
    return made.stdout


# What a number format shows: ECMA-376 part 1, 18.8.31, so far as it is used.
TOKENS = re.compile(r'"(?P<literal>[^"]*)"|\\(?P<one>.)|_(?P<room>.)|(?P<number>#,##0(?:\.(?P<decimals>0+))?)|(?P<other>.)')


def show(number, code):
    sections = re.findall(r'(?:"[^"]*"|\\.|_.|[^;])+', code)
    section = sections[0] if number > 0 or len(sections) == 1 or (number == 0 and len(sections) < 3) else \
        sections[1] if number < 0 else sections[2]
    magnitude = abs(Decimal(repr(number)))
    tokens = list(TOKENS.finditer(section))
    if any(token['other'] == '%' for token in tokens):
        magnitude *= 100
    shown = ''
    for token in tokens:
        if token['number'] is not None:
            unit = Decimal(1).scaleb(-len(token['decimals'] or ''))
            shown += f'{magnitude.quantize(unit, ROUND_HALF_UP):,f}'
        elif token['room'] is None:
            shown += token['literal'] if token['literal'] is not None else token['one'] or token['other']
    return shown


def read_markdown(text):
    lines = [line for line in text.splitlines() if line.startswith('| ')]
    rows = [[cell.strip() for cell in re.split(r'(?<!\\)\|', line)[1:-1]] for line in lines]
    rows = [[cell.removeprefix('**').removesuffix('**') for cell in row] for row in rows]      # totals are bold
    return [[re.sub(r'\\(.)', r'\1', cell) for cell in row] for row in rows[:1] + rows[2:]]


def lower(text):
    """The mark of a footnote as Markdown has it."""
    marks = re.search(r' ((?:[' + ''.join(RAISED) + r']|\(q\))+)$', text)
    if marks is None:
        return text
    mark = ''.join(RAISED.get(letter, letter) for letter in marks[1].replace('(q)', 'q'))
    return f'{text[:marks.start()]} ({mark})'


def show_cell(cell):
    value = cell.value
    if value is None:
        return ''
    if isinstance(value, datetime.datetime):
        letters = re.search(r'"( [^"]*)"$', cell.number_format)
        chinese = '年' in cell.number_format
        day = f'{value.year}年{value.month}月{value.day}日' if chinese else f'{value.day} {value:%b %Y}'
        return lower(day + (letters[1] if letters and not chinese else ''))
    if isinstance(value, (int, float)):
        return lower(show(value, cell.number_format))
    return lower(value)


def check_shown(sheet, markdown):
    """Each cell shows what the Markdown has; a row in percent shows its sign too."""
    n_numbers = 0
    for number, row in enumerate(markdown[1:], FIRST_ROW):
        for column, expected in enumerate(row, 1):
            cell = sheet.cell(number, column)
            shown = ' '.join(show_cell(cell).split())
            expected = ' '.join(expected.split())
            n_numbers += isinstance(cell.value, (int, float))
            if shown != expected and not (row[1].startswith('%') and shown.replace('%', '') == expected.replace('%', '')):
                raise AssertionError(f'{cell.coordinate}: {shown!r}, not {expected!r} ({cell.value!r} {cell.number_format})')
            if re.fullmatch(r'[+−]?[\d,]*\d(\.\d+)?%?', expected) and len(re.sub(r'\D', '', expected)) <= 15:
                assert isinstance(cell.value, (int, float)), f'{cell.coordinate}: {cell.value!r} is no number'
    return n_numbers


def check_refusals(sheet, foot, n_columns, n_rows):
    for row in sheet.iter_rows(FIRST_ROW, FIRST_ROW + n_rows - 1, N_HEADS + 1, n_columns):
        for cell in row:
            mark = re.fullmatch(r'— (.+)', cell.value) if isinstance(cell.value, str) else None
            if mark is None:
                continue
            letters = re.fullmatch(r'.* \((.+)\)', lower(cell.value))[1]
            assert cell.comment is not None, f'{cell.coordinate}: no comment'
            assert foot[letters] == cell.comment.text.strip(), f'{cell.coordinate}: {cell.comment.text!r}'


def tidy_text(value):
    if value is None:
        return ''
    if isinstance(value, datetime.datetime):
        return value.date().isoformat()
    return value


def check_tidy(rows, path, options):
    made = run('convert', path, '--to', 'csv', '-o', '-')
    expected = list(csv.reader(io.StringIO(made.stdout.decode())))
    if options == TOTALS:         # parts and their totals stand together
        rows, expected = [[some[0], *sorted(some[1:], key=lambda row: list(map(str, row[:6])))] for some in (rows, expected)]
    numbers = {'value', 'low', 'high', 'multiplier', 'published_change'}
    assert [len(rows), rows[0]] == [len(expected), expected[0]], f'{len(rows)} rows, not {len(expected)}'
    for number, (row, other) in enumerate(zip(rows[1:], expected[1:]), 2):
        for name, value, text in zip(expected[0], row, other):
            if name in numbers and text != '' and not isinstance(value, str):
                # libxlsxwriter writes 16 digits.
                same = math.isclose(value, float(text), rel_tol=1e-15, abs_tol=0)
            elif name == 'note':
                continue          # in the table's language
            else:
                same = value == text
            assert same, f'row {number}, {name}: {value!r}, not {text!r}'


def check_xlsx(path, language, options):
    data = write(path, 'xlsx', language, *options)
    assert data == write(path, 'xlsx', language, *options, TZ='Asia/Shanghai'), 'other bytes in another time zone'
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert {info.date_time[:3] for info in archive.infolist()} == {(1980, 1, 1)}
    assert all(b'<f>' not in archive.read(name) for name in archive.namelist() if name.startswith('xl/worksheets/'))
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet, tidy = book.worksheets
    markdown = read_markdown(write(path, 'md', language, *options).decode())
    n_columns = len(markdown[0])

    assert [sheet.title, tidy.title] == (['Table', 'Data'] if language == 'en' else ['表', '数据'])
    assert sheet.freeze_panes == 'C6' and tidy.freeze_panes == 'A2' and tidy.auto_filter.ref.startswith('A1:T')
    assert sheet.page_setup.orientation == 'landscape' and sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == '$4:$5' and sheet.print_title_cols == '$A:$B'
    assert book.properties.title and book.properties.created.time() == datetime.time()
    assert [cell.value for cell in sheet[5][:n_columns]] == [' '.join(title.split()) for title in markdown[0]]
    for number in range(1, n_columns + 1):
        letter = openpyxl.utils.get_column_letter(number)
        assert 6 < sheet.column_dimensions[letter].width < 50 or number == 2, letter
    check_shown(sheet, markdown)
    foot = dict(re.match(r'([a-z]+)  (.*)', str(row[0].value)).groups() for row in sheet.iter_rows(FIRST_ROW, max_col=1)
                if re.match(r'[a-z]+  ', str(row[0].value)))
    check_refusals(sheet, foot, n_columns, len(markdown) - 1)
    check_tidy([[tidy_text(cell.value) for cell in row] for row in tidy.iter_rows(max_col=20)], path, options)
    return book


def read_ods_sheet(table):
    rows = []
    for row in table.iter(TABLE + 'table-row'):
        cells = []
        for cell in row:
            repeated = int(cell.get(TABLE + 'number-columns-repeated', '1'))
            kind = cell.get(OFFICE + 'value-type')
            text = '\n'.join(''.join(p.itertext()) for p in cell.findall(TEXT + 'p'))
            value = float(cell.get(OFFICE + 'value')) if kind in ('float', 'percentage') else \
                cell.get(OFFICE + 'date-value') if kind == 'date' else text
            cells += [(value, text)] * repeated
        rows.append(cells)
    return rows


def check_ods(path, language, options, book):
    """The same numbers as in the XLSX, and the texts of the Markdown."""
    data = write(path, 'ods', language, *options)
    assert data == write(path, 'ods', language, *options, TZ='Asia/Shanghai'), 'other bytes in another time zone'
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert data[30:38] == b'mimetype' and data[38:84] == b'application/vnd.oasis.opendocument.spreadsheet'
    trees = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist() if name.endswith('.xml')}
    assert set(trees) == {'content.xml', 'styles.xml', 'meta.xml', 'settings.xml', 'META-INF/manifest.xml'}
    table, tidy = trees['content.xml'].iter(TABLE + 'table')
    sheet = book.worksheets[0]
    n_columns = sum(1 for _ in table.iter(TABLE + 'table-column'))
    rows = read_ods_sheet(table)
    styles = {element.get('{urn:oasis:names:tc:opendocument:xmlns:style:1.0}name') for element in trees['content.xml'].iter()}
    for cell in trees['content.xml'].iter(TABLE + 'table-cell'):
        assert cell.get(TABLE + 'style-name') in styles | {None}
        assert cell.get(TABLE + 'formula') is None
    for number, row in enumerate(rows[FIRST_ROW - 1:], FIRST_ROW):
        if len(row) != n_columns or sheet.cell(number, 1).value is None or number in foot_rows(sheet):
            continue
        for column, (value, text) in enumerate(row, 1):
            other = sheet.cell(number, column).value
            if isinstance(other, (int, float)):
                assert math.isclose(value, other, rel_tol=1e-15), f'{number}, {column}: {value!r}, not {other!r}'
            elif isinstance(other, datetime.datetime):
                assert value == other.date().isoformat()
            elif other is not None:
                assert text == other or isinstance(value, float), f'{number}, {column}: {text!r}, not {other!r}'
    splits = [item.text for item in trees['settings.xml'].iter(CONFIG + 'config-item')
              if item.get(CONFIG + 'name') in ('HorizontalSplitPosition', 'VerticalSplitPosition')]
    assert splits == ['2', '5', '0', '1']
    check_tidy([[value for value, _ in row] for row in read_ods_sheet(tidy)], path, options)


def foot_rows(sheet):
    return {row for merged in sheet.merged_cells.ranges for row in [merged.min_row] if merged.min_col == 1}


def check_latex(path, language, options):
    text = write(path, 'tex', language, *options).decode()
    markdown = read_markdown(write(path, 'md', language, *options).decode())
    body = re.sub(r'\\[\\{}$&#%_]', '', re.search(r'\\midrule\n(.*?)\\bottomrule\n(\\endfoot\n(.*?)\\end\{longtable\})?', text,
                                               re.S)[0])
    rows = [line for line in text[text.index('\\midrule'):text.rindex('\\medskip\n{\\footnotesize')].splitlines()
            if line.endswith(r' \\')]
    assert len(rows) == len(markdown) - 1, f'{len(rows)} rows'
    for row in rows:
        assert len(re.findall(r'(?<!\\)&', row.replace(r'\\', ''))) == len(markdown[0]) - 1, row
    plain = re.sub(r'\\(\\|[{}$&#%_])', '', text[text.index('\\begin{document}'):])
    assert plain.count('{') == plain.count('}')
    assert not re.search(r'[$#~^"]', re.sub(r'(?<=\d)~', '', plain.replace('~', '')).replace('{@{}', '')), 'a bare special'
    assert all(ord(letter) >= 32 or letter == '\n' for letter in text) and body is not None
    assert 'ctex' in text or not any('\u4e00' <= letter <= '\u9fff' for letter in plain)


def check(path, language, options):
    book = check_xlsx(path, language, options)
    check_ods(path, language, options, book)
    check_latex(path, language, options)


def check_by_hand():
    """6.77 of 10,000 beds after 6.50; 2,700 of 65,000 are 4.153846… %."""
    book = check_xlsx(DATA / 'cli' / 'small.tongbi.json', 'zh_CN', [])
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[5]]
    beds = dict(zip(heads, sheet[7]))
    online = dict(zip(heads, sheet[8]))
    assert [beds['2021年12月31日'].value, beds['2022年12月31日'].value] == [6.5, 6.77]
    assert beds['2021年12月31日'].number_format.startswith('#,##0.00')
    assert beds['2022年12月31日比2021年12月31日增减'].value == 0.27
    growth = beds['2022年12月31日比2021年12月31日增长（%）']
    assert math.isclose(growth.value, 2700 / 65000, rel_tol=1e-14) and growth.number_format.startswith('"+"#,##0.0%')
    assert online['2021年12月31日'].value == 0.6 and online['2021年12月31日'].number_format.startswith('">"#,##0%')
    assert sheet.cell(7, 2).value == '万张'


def check_pairs():
    """Changes of two pairs stand below the names of their pairs, of which the second takes two lines."""
    path = DATA / 'cli' / 'small.tongbi.json'
    pairs = ['--compare', '2021..2022', '--compare', '2021-12-31..2022-12-31']
    words = {'en': (['Change, 2021 to 2022', 'Change, 31 Dec 2021 to 31 Dec 2022'], ['Amount', '%']),
             'zh_CN': (['2022年比2021年', '2022年12月31日比2021年12月31日'], ['增减量', '增长（%）'])}
    for language, (bands, heads) in words.items():
        sheet = openpyxl.load_workbook(io.BytesIO(write(path, 'xlsx', language, *pairs))).worksheets[0]
        markdown = read_markdown(write(path, 'md', language, *pairs).decode())
        assert [cell.value for cell in sheet[5][10:14]] == heads * 2
        assert [cell.value for cell in sheet[4][10:14]] == [bands[0], None, bands[1], None]
        assert {'K4:L4', 'M4:N4'} <= {str(merged) for merged in sheet.merged_cells.ranges}
        assert sheet['M4'].alignment.wrap_text and sheet.row_dimensions[4].height >= 2 * 14
        check_shown(sheet, markdown)
        content = zipfile.ZipFile(io.BytesIO(write(path, 'ods', language, *pairs))).read('content.xml')
        rows = read_ods_sheet(next(ElementTree.fromstring(content).iter(TABLE + 'table')))
        assert [text for _, text in rows[3][-4:]] == [bands[0], '', bands[1], '']
        assert [text for _, text in rows[4][-4:]] == heads * 2


def check_chart():
    archive = zipfile.ZipFile(io.BytesIO(write(SAMPLES / 'iowa-electricity.tongbi.json', 'xlsx', 'en')))
    chart = archive.read('xl/charts/chart1.xml').decode()
    assert chart.count('<c:ser>') == 4 and '<c:lineChart>' in chart
    assert '<c:f>Table!$C$6:$S$6</c:f>' in chart and '<c:f>Table!$A$6</c:f>' in chart and '<c:f>Table!$C$5:$S$5</c:f>' in chart
    assert 'million MWh' in chart and '1D4E89' in chart and 'Electricity in Iowa' in chart


def check_locale():
    """Numbers are written with points whatever the locale's."""
    path = DATA / 'cli' / 'small.tongbi.json'
    for name in ('de_DE.UTF-8', 'fr_FR.UTF-8', 'de_DE.utf8'):
        assert write(path, 'xlsx', 'en', LC_ALL=name) == write(path, 'xlsx', 'en')


def check_harmless():
    """What begins as a formula is a text, and what is no text of XML is left out."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / 'formulas.tongbi.json'
        names = ['=1+1', '+A1', '-2', '@SUM(A1)', '{\\"{}%$#&_~^\\\\', '[x]', '*y', '--``,,']
        indicators = ', '.join(f'{{"id": "i{n}", "name": "{name}", "unit": "u", "measure": "flow"}}'
                               for n, name in enumerate(names))
        series = ', '.join(f'{{"indicator": "i{n}", "observations": [["2020", 1], ["2021", 2], ["2022", 1.2345678901234567]]}}'
                           for n in range(len(names)))
        path.write_text('{"tongbi": "dataset/1", "title": "=HYPERLINK(1)", "units": {"u": {"kind": "index"}}, '
                        f'"indicators": [{indicators}], "series": [{series}]}}')
        book = check_xlsx(path, 'en', [])
        sheet = book.worksheets[0]
        assert sheet['A1'].value == '=HYPERLINK(1)' and sheet['A1'].data_type in ('s', 'f')
        assert [sheet.cell(FIRST_ROW + n, 1).value for n in range(4)] == names[:4]
        # 17 digits are more than a spreadsheet holds.
        assert sheet.cell(FIRST_ROW, 5).value == '1.2345678901234567'
        check_ods(path, 'en', [], book)
        check_latex(path, 'en', [])


def list_files():
    for path in sorted([*SAMPLES.glob('*.tongbi.json'), *(DATA / 'cli').glob('*.tongbi.json'),
                        *(DATA / 'valid').glob('*.tongbi.json')]):
        if run('table', path, '--format', 'csv', '-o', '-').returncode == 0:
            yield path


def main():
    checks = [('by-hand', check_by_hand), ('pairs', check_pairs), ('chart', check_chart), ('locale', check_locale), ('harmless', check_harmless)]
    for path in list_files():
        for language in LANGUAGES if path.parent.name != 'valid' else LANGUAGES[:1]:
            for options in ([], EVERYTHING, TOTALS) if path.parent.name != 'valid' else (EVERYTHING,):
                name = f'{path.name.removesuffix(".tongbi.json")}/{language}{"/totals" if options == TOTALS else "/all" if options else ""}'
                checks.append((name, lambda p=path, l=language, o=options: check(p, l, o)))
    print(f'1..{len(checks)}')
    failed = 0
    for number, (name, function) in enumerate(checks, 1):
        try:
            function()
            print(f'ok {number} {name}', flush=True)
        except (AssertionError, KeyError, TypeError, ValueError, AttributeError, zipfile.BadZipFile) as problem:
            failed += 1
            print(f'not ok {number} {name}', flush=True)
            print(f'# {type(problem).__name__}: {problem}', flush=True)
    return 1 if failed else 0


sys.exit(main())
