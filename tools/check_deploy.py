"""Reads every XML, property list and JSON below deploy/, and holds what must agree: the app's id, its scheme, its resources."""
import glob
import json
import plistlib
import re
import sys
import xml.etree.ElementTree as tree

ANDROID = '{http://schemas.android.com/apk/res/android}'
problems = []


def read(pattern, reader):
    for name in sorted(glob.glob('deploy/' + pattern, recursive=True)):
        with open(name, 'rb') as file:
            try:
                reader(file)
            except Exception as problem:  # whatever a parser says of it
                problems.append(f'{name}: {problem}')


def android(folder):
    """Every resource that a file names is there."""
    there = set()
    for name in glob.glob(folder + '/res/*/*.xml'):
        kind = name.split('/')[-2].split('-')[0]
        if kind == 'values':
            there |= {(element.tag, element.get('name')) for element in tree.parse(name).getroot()}
        else:
            there.add((kind, name.split('/')[-1][:-4]))
    for name in glob.glob(folder + '/**/*.xml', recursive=True):
        with open(name) as file:
            for resource in re.findall(r'[">]@(string|color|style|xml|drawable|mipmap)/(\w+)["<]', file.read()):
                if resource not in there:
                    problems.append(f'{name}: @{resource[0]}/{resource[1]} is not there')


read('**/*.xml', tree.parse)
read('**/*.storyboard', tree.parse)
read('**/*.svg', tree.parse)
read('**/Contents.json', json.load)
for suffix in ('plist', 'entitlements', 'xcprivacy'):
    read('**/*.' + suffix, plistlib.load)
for app in glob.glob('deploy/android/*'):
    android(app)
    identity = 'app.cargo.' + app.split('/')[-1]
    manifest = tree.parse(app + '/AndroidManifest.xml').getroot()
    if manifest.get('package') != identity:
        problems.append(f'{app}: the package is not {identity}')
    hosts = {data.get(ANDROID + 'host') for data in manifest.iter('data') if data.get(ANDROID + 'scheme') == 'cargo'}
    if hosts != {'listings', 'deals', 'conversations'}:
        problems.append(f'{app}: links open {sorted(hosts)}')
for place in glob.glob('deploy/ios/*/Info.plist'):
    with open(place, 'rb') as file:
        told = plistlib.load(file)
    if told['CFBundleURLTypes'][0]['CFBundleURLSchemes'] != ['cargo']:
        problems.append(f'{place}: it does not open cargo://')
for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
