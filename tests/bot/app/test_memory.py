"""The C library keeps one pool of memory for all threads, and not one for each."""

import subprocess
import sys

import pytest

POOLS = """
import ctypes, os, sys, tempfile, threading
from bot.app.running import give_memory_back

c = ctypes.CDLL(None)
if not hasattr(c, "malloc_info"):
    sys.exit("another C library")
if sys.argv[1] == "bounded":
    give_memory_back()
begun = threading.Barrier(4)

def work():
    begun.wait()
    held.append(bytes(100_000))

held, threads = [], [threading.Thread(target=work) for _ in range(4)]
for each in threads:
    each.start()
for each in threads:
    each.join()
c.fopen.restype = ctypes.c_void_p
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "pools")
    file = ctypes.c_void_p(c.fopen(path.encode(), b"w"))
    c.malloc_info(0, file)
    c.fclose(file)
    print(open(path).read().count("<heap nr="))
"""


def pools_of(how: str) -> int:
    """How many pools four threads at once made, as malloc_info(3) tells."""
    done = subprocess.run(
        [sys.executable, "-c", POOLS, how], capture_output=True, text=True, timeout=180
    )
    if done.returncode and "another C library" in done.stderr:
        pytest.skip("glibc alone tells of its pools")
    assert done.returncode == 0, done.stderr
    return int(done.stdout)


def test_threads_share_one_pool() -> None:
    assert pools_of("bounded") == 1


def test_left_alone_each_thread_makes_a_pool_of_its_own() -> None:
    assert pools_of("unbounded") > 1
