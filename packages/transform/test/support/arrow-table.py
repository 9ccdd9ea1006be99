# Run by parquet-arrow.test.ts: reads a folder of Parquet files as one table and tells, as JSON, what is in it.
import json
import sys

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

table = ds.dataset(sys.argv[1], format="parquet", partitioning="hive").to_table()


def counted(column):
    groups = table.group_by(column).aggregate([([], "count_all")]).to_pylist()
    return sorted(([row[column], row["count_all"]] for row in groups), key=str)


print(
    json.dumps(
        {
            "types": {field.name: str(field.type) for field in table.schema},
            "rows": table.num_rows,
            "nulls": {name: table.column(name).null_count for name in table.column_names},
            "groups": {name: counted(name) for name in ["account", "year", "kind", "visibility", "language"]},
            "sums": {
                name: pc.sum(table.column(name)).as_py() or 0
                for name in ["likes", "boosts", "replies", "media_count", "sensitive"]
            },
            "characters": {
                name: pc.sum(pc.utf8_length(table.column(name))).as_py()
                for name in ["text", "html", "key"]
            },
            "members": {
                name: pc.sum(pc.list_value_length(table.column(name))).as_py()
                for name in ["hashtags", "mentions", "alt_texts"]
            },
            "span": [
                pc.strftime(time, "%Y-%m-%dT%H:%M:%SZ").as_py()[:19]
                for time in pc.min_max(table.column("published").cast(pa.timestamp("s", "UTC"))).values()
            ],
        }
    )
)
