"""Solves a hospital-resident game with the package `matching` and prints its time and its pairs."""
import json
import sys
import time

sys.path.insert(0, sys.argv[1])
sys.setrecursionlimit(1_000_000)  # The package recurses once per proposal.
from matching.games import HospitalResident  # noqa: E402

game_of = json.load(sys.stdin)
game = HospitalResident.create_from_dictionaries(game_of["mentees"], game_of["mentors"], game_of["places"])
start = time.perf_counter()
solution = game.solve(optimal="resident")
seconds = time.perf_counter() - start
pairs = sorted([mentee.name, mentor.name] for mentor, mentees in solution.items() for mentee in mentees)
print(json.dumps({"seconds": seconds, "pairs": pairs}))
