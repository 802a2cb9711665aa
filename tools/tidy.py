#!/usr/bin/env python3
"""clang-tidy over our own C++ files, each only when something that it reads has changed.

tools/tidy.py BUILD JOBS [FILE...]

A clean file leaves an empty file in ~/.cache/cargo-tidy, named by the hash of all that clang-tidy saw: its version, the
configuration, the command line without the folder, and the content of every header that the compiler recorded in BUILD.
So clones share it, and a file with a finding is looked at again each time.
"""
import concurrent.futures
import functools
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import time

FOLDERS = ('shared/', 'server/', 'qml/', 'app-')
KEEP_SECONDS = 30 * 24 * 3600
ARGUMENTS = [
    '--quiet',
    '--extra-arg=-Wno-unknown-warning-option',  # GCC's
    # The analyzer goes less deep: a third of its time.
    '--extra-arg=-Xclang', '--extra-arg=-analyzer-config', '--extra-arg=-Xclang', '--extra-arg=mode=shallow',
]
ROOT = pathlib.Path(__file__).resolve().parent.parent


@functools.lru_cache(maxsize=None)
def content(path):
    try:
        return hashlib.sha256(pathlib.Path(path).read_bytes()).hexdigest()
    except OSError:
        return 'missing'


def dependencies(build):
    """Object file -> the files it was made of, as ninja recorded them."""
    listing = subprocess.run(['ninja', '-C', str(build), '-t', 'deps'], check=True, capture_output=True, text=True).stdout
    found, current = {}, None
    for line in listing.splitlines():
        if line.startswith('    '):
            current.append(os.path.normpath(build / line.strip()))
        elif ': #deps ' in line:
            current = found.setdefault(line.split(': #deps ')[0], [])
    return found


def older(path, moment):
    try:
        return os.stat(path).st_mtime < moment
    except OSError:
        return False


def key(command, files, common):
    digest = hashlib.sha256(common)
    digest.update(command.replace(str(ROOT), '').encode())
    # Sorted without the folder: its name would decide the order.
    for line in sorted({f'{file.replace(str(ROOT), "")} {content(file)}\n' for file in files}):
        digest.update(line.encode())
    return digest.hexdigest()


def main():
    build, jobs, wanted = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2]), sys.argv[3:]
    cache = pathlib.Path(os.environ.get('XDG_CACHE_HOME') or pathlib.Path.home() / '.cache') / 'cargo-tidy'
    cache.mkdir(parents=True, exist_ok=True)
    version = subprocess.run(['clang-tidy', '--version'], check=True, capture_output=True).stdout
    common = version + (ROOT / '.clang-tidy').read_bytes() + '\n'.join(ARGUMENTS).encode()
    deps = dependencies(build)
    # What is edited from here on is not what the hashes are made of.
    began = time.time()

    todo, clean = [], 0
    for entry in json.loads((build / 'compile_commands.json').read_text()):
        name = os.path.relpath(entry['file'], ROOT)
        if not name.startswith(FOLDERS) or (wanted and name not in wanted):
            continue
        files = deps.get(entry['command'].split(' -o ')[1].split()[0])
        mark = cache / key(entry['command'], files, common) if files else None
        if mark and mark.exists():
            mark.touch()
            clean += 1
        else:
            todo.append((name, mark, files))
    print(f'clang-tidy: {clean} files are known to be clean, {len(todo)} to look at', file=sys.stderr, flush=True)

    def look(item):
        name, mark, files = item
        run = subprocess.run(['clang-tidy', '-p', str(build), *ARGUMENTS, name], cwd=ROOT, capture_output=True, text=True)
        if run.returncode == 0 and mark and all(older(file, began) for file in files):
            mark.touch()
        return run.returncode == 0, run.stdout if run.stdout.strip() or run.returncode == 0 else run.stderr

    good = True
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for passed, text in pool.map(look, todo):
            sys.stdout.write(text)
            sys.stdout.flush()
            good = good and passed
    for mark in cache.iterdir():
        if mark.stat().st_mtime < time.time() - KEEP_SECONDS:
            mark.unlink(missing_ok=True)
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
