"""What people do with gspread, against a server on this machine; prints what it saw as JSON.

The client is as its authors released it. Only the transport below it sends Google's hosts to another address.
"""

import json
import sys

import gspread
import requests
from requests.adapters import HTTPAdapter

ROOT = sys.argv[1].rstrip("/")


class Redirect(HTTPAdapter):
    def send(self, request, **options):
        for host in ("https://sheets.googleapis.com", "https://www.googleapis.com"):
            request.url = request.url.replace(host, ROOT, 1)
        return super().send(request, **options)


def session(token):
    result = requests.Session()
    result.headers["Authorization"] = "Bearer " + token
    result.mount("https://", Redirect())
    return result


seen = {}
client = gspread.Client(auth=None, session=session("ann"))
book = client.create("People")
sheet = book.sheet1
seen["new"] = [sheet.title, sheet.row_count, sheet.col_count, book.locale, book.timezone]

sheet.update([["Name", "Points", "Born"], ["Ann", 3, "2001-02-03"], ["Bob", 5, "1999-12-31"]], "A1", raw=False)
sheet.append_row(["Ұлан", 4, "=1+1"], value_input_option="RAW")
sheet.append_rows([["Dana", 1, ""], ["Eve", 2, ""]], table_range="A1")
seen["records"] = sheet.get_all_records()
seen["unformatted"] = sheet.get("A2:C3", value_render_option="UNFORMATTED_VALUE")
seen["cell"] = [sheet.acell("B2").value, sheet.cell(3, 1).value, sheet.find("Dana").address]
seen["column"] = sheet.col_values(1)

sheet.sort((2, "des"), range="A2:C6")
seen["sorted"] = sheet.get_values("A2:B6")
sheet.insert_row(["Zoe", 9], index=2)
sheet.delete_rows(3)
cells = sheet.range("B2:B3")
for cell in cells:
    cell.value = 7
sheet.update_cells(cells)
sheet.batch_update([{"range": "D1", "values": [["Note"]]}, {"range": "D2:D3", "values": [["x"], ["y"]]}])
seen["batch"] = sheet.batch_get(["A1:B1", "D1:D3"])
sheet.batch_clear(["D2", "D3"])
seen["after"] = sheet.get_all_values()

sheet.format("A1:C1", {"textFormat": {"bold": True}, "backgroundColor": {"red": 1}})
sheet.freeze(rows=1)
sheet.merge_cells("E1:F2")
sheet.insert_note("A1", "who")
sheet.set_basic_filter("A1:C6")
sheet.define_named_range("A2:A6", "Names")
sheet.add_dimension_group_rows(1, 3)
sheet.hide_columns(4, 5)
protected = sheet.add_protected_range("A1:C1", warning_only=True)
sheet.columns_auto_resize(0, 2)
sheet.update_tab_color("#ff0000")
seen["looks"] = [
    sheet.frozen_row_count,
    sheet.get_note("A1"),
    sheet.get_tab_color(),
    [n["name"] for n in book.list_named_ranges()],
    [g["range"] for g in sheet.list_dimension_group_rows()],
    [list(r) for r in sheet.get("Names")],
    len(book.list_protected_ranges(sheet.id)),
]

other = book.add_worksheet("Other", rows=5, cols=3)
copy = sheet.duplicate(new_sheet_name="Copy")
sheet.copy_range("A1:C3", "H1")
sheet.cut_range("H1:J1", "H5")
book.reorder_worksheets([other, sheet, copy])
other.resize(rows=2, cols=2)
seen["tabs"] = [[w.title, w.row_count, w.col_count] for w in book.worksheets()]
book.del_worksheet(copy)
other.update_title("Others")
seen["titles"] = [w.title for w in book.worksheets()]
book.values_append("Others!A1", {"valueInputOption": "RAW"}, {"values": [["a"]]})
seen["values"] = book.values_batch_get(["Others!A1", "Names"])["valueRanges"][0]

failed = {}
for name, work in {
    "range": lambda: sheet.get("Nowhere!A1:B2"),
    "grid": lambda: other.update([[1, 2, 3]], "A1"),
    "tab": lambda: book.add_worksheet("others", 1, 1),
}.items():
    try:
        work()
    except gspread.exceptions.APIError as error:
        failed[name] = [error.response.status_code, error.error["status"], error.error["message"]]
seen["failed"] = failed

stranger = gspread.Client(auth=None, session=session("bob"))
try:
    stranger.open_by_key(book.id)
except PermissionError as error:
    seen["stranger"] = type(error).__name__
book.share("bob@example.com", perm_type="user", role="writer", notify=False)
seen["shared"] = stranger.open_by_key(book.id).title
seen["permissions"] = sorted(p["role"] for p in book.list_permissions())
seen["found"] = client.open("People").id == book.id

client.import_csv(book.id, "a,b\n1,\"x, y\"\n")
seen["imported"] = [w.get_all_values() for w in client.open_by_key(book.id).worksheets()]
seen["exported"] = client.export(book.id, gspread.utils.ExportFormat.CSV).decode()
clone = client.copy(book.id, title="People again")
seen["clone"] = [clone.title, clone.sheet1.get_all_values()]
client.del_spreadsheet(clone.id)
try:
    client.open("People again")
except gspread.SpreadsheetNotFound:
    seen["gone"] = True

print(json.dumps(seen, ensure_ascii=False))
