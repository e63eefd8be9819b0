"""Diagnoses programs with doctor.py and prints what it finds as JSON.

Standard input: {"doctor": folder, "programs": [{"name", "text", "seed", "updates"}]}.
Each answer: {"name", "findings": [{"code", "severity", "words"}]} or {"name", "missing": message}.
"""

import json
import sys
import types


def answer(doctor, name, text, seed, updates):
    module = types.ModuleType("program")
    sys.modules["program"] = module
    try:
        exec(compile(text, name, "exec"), module.__dict__)
        found = doctor.diagnose(module, seed=seed, updates=updates, show=False)
    except doctor.Missing as missing:
        return {"name": name, "missing": str(missing)}
    return {"name": name, "findings": [{"code": one.code, "severity": one.severity, "words": list(one.words)} for one in found]}


asked = json.load(sys.stdin)
sys.path.insert(0, asked["doctor"])
import doctor  # noqa: E402

json.dump([answer(doctor, **program) for program in asked["programs"]], sys.stdout)
