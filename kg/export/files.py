"""Tables as files: CSV with a description that machines read (CSV on the Web), and Parquet."""

from __future__ import annotations

import csv
import json
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from kg.errors import KgError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.export.tables import Kind, Table

CSVW: Final[dict[Kind, str]] = {"text": "string", "day": "date", "number": "integer"}


def write_csv(tables: Sequence[Table], folder: Path) -> None:
    """UTF-8 with BOM, so that Excel reads the Chinese; `csv-metadata.json` beside (W3C Tabular Data, 2015)."""
    for table in tables:
        with (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow([column.name for column in table.columns])
            writer.writerows(["" if value is None else value for value in row] for row in table.rows)
    described = {"@context": "http://www.w3.org/ns/csvw", "tables": [_described(table) for table in tables]}
    text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
    (folder / "csv-metadata.json").write_text(text, encoding="utf-8")


def _described(table: Table) -> dict[str, Any]:
    columns = [{"name": c.name, "titles": c.name, "dc:description": c.about, "datatype": CSVW[c.kind]} for c in table.columns]
    return {"url": f"{table.name}.csv", "dc:description": table.about, "tableSchema": {"columns": columns}}


def write_parquet(tables: Sequence[Table], folder: Path) -> None:
    """One file a table, with types and what each column means. KgError without pyarrow."""
    try:
        import pyarrow as pa  # noqa: PLC0415  # an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError:
        raise KgError("Parquet needs pyarrow: pip install 'kg-newspaper[export]'") from None
    types = {"text": pa.string(), "day": pa.date32(), "number": pa.int64()}
    for table in tables:
        fields = [pa.field(c.name, types[c.kind], metadata={"about": c.about}) for c in table.columns]
        columns = [
            [date.fromisoformat(str(row[i])) if c.kind == "day" and row[i] else row[i] for row in table.rows]
            for i, c in enumerate(table.columns)
        ]
        arrays = [pa.array(values, type=field.type) for values, field in zip(columns, fields, strict=True)]
        made = pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata={"about": table.about}))
        parquet.write_table(made, folder / f"{table.name}.parquet")
