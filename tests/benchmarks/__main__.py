"""`python -m tests.benchmarks [NAME …]`: every benchmark, or those named, side by side."""

import os
import sys
from importlib import import_module
from pkgutil import iter_modules

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
os.environ["DATABASE_URL"] = "sqlite://:memory:"  # never the database of somebody's work
django.setup()

for module in iter_modules([os.path.dirname(__file__)]):
    if module.name != "__main__" and (not sys.argv[1:] or module.name in sys.argv[1:]):
        benchmark = import_module(f"tests.benchmarks.{module.name}")
        print(f"\n{benchmark.__doc__.strip()}\n")
        measures = benchmark.measures()
        for measure in measures:
            print(measure.beside(measures[0]))
