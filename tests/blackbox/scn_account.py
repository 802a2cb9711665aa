"""Accounts: registration, sign-in, rotating tokens, sessions, second factor, profile, mails."""
import glob
import os
import re

from world import check, is_id, is_time, problem, same, status, totp, wait_until


def looks_entered(answer, role, name):
    for token in ('access_token', 'refresh_token'):
        check(isinstance(answer[token], str) and len(answer[token]) > 20, f'{token} is a token')
    check(isinstance(answer['expires_in'], int) and answer['expires_in'] > 0, 'expires_in in seconds')
    user = answer['user']
    is_id(user['id'])
    same((user['role'], user['display_name']), (role, name), 'role and name')
    check(type(user['kyc_tier']) is int, 'kyc_tier is a number')
    check(isinstance(user['rating']['mean'], (int, float)) and type(user['rating']['count']) is int, f"rating: {user['rating']}")


def scenario_register_and_sign_in(world):
    person, email = world.client(), 'Anna.' + os.urandom(5).hex() + '@client.example'
    body = {'email': email, 'password': 'long enough secret', 'role': 'buyer', 'display_name': 'Анна Т.', 'locale': 'ru'}
    looks_entered(person.call('POST', 'auth/register', body, expect=201), 'buyer', 'Анна Т.')
    problem(person.request('POST', 'auth/register', body), 409, 'already_exists')
    person.headers = {}                 # another address: limits are by address
    problem(person.request('POST', 'auth/register', {**body, 'email': email.upper()}), 409, 'already_exists')
    looks_entered(person.call('POST', 'auth/login', {'email': email.upper(), 'password': body['password']}, expect=200),
                  'buyer', 'Анна Т.')
    wrong = problem(person.request('POST', 'auth/login', {'email': email, 'password': 'not the secret'}), 401, 'wrong_credentials')
    unknown = problem(person.request('POST', 'auth/login', {'email': 'x' + email, 'password': 'not the secret'}), 401,
                      'wrong_credentials')
    same(unknown['detail'], wrong['detail'], 'nobody learns which addresses are registered')
    fresh = {**body, 'email': 'y' + email}
    for field, bad in (('email', 'no address'), ('email', ''), ('password', 'short'), ('role', 'staff'), ('role', 'admin'),
                       ('display_name', ''), ('locale', 'de'), ('email', 7), ('password', None), ('display_name', 'я' * 500)):
        problem(person.request('POST', 'auth/register', {**fresh, field: bad}), 422, field=field)
    for field in ('email', 'password', 'role', 'display_name'):
        problem(person.request('POST', 'auth/register', {k: v for k, v in fresh.items() if k != field}), 422, field=field)
    for text in (b'', b'{', b'[]', b'"x"', b'{"email":', b'\xff\xfe', b'{"email":"a","email":"b"}'):
        problem(person.request('POST', 'auth/register', data=text, headers={'Content-Type': 'application/json'}), (400, 422))


def scenario_tokens_rotate(world):
    person = world.buyer()
    first = person.refresh_token
    problem(person.request('GET', 'me', token=None), 401, 'unauthorized')
    for forged in ('x', person.token[:-3] + 'abc', person.token + 'a', first):
        problem(person.request('GET', 'me', token=forged), 401)
    check('Bearer' in person.request('GET', 'me', token=None).headers.get('WWW-Authenticate', ''), '401 names the scheme')
    second = person.call('POST', 'auth/refresh', {'refresh_token': first}, expect=200)
    looks_entered(second, 'buyer', 'Анна Т.')
    check(second['refresh_token'] != first, 'the refresh token rotates')
    same(person.request('GET', 'me', token=second['access_token']).status, 200, 'the new access token works')
    problem(person.request('POST', 'auth/refresh', {'refresh_token': first}), 401, 'token_reused')
    # reuse of an old one ends the whole family
    problem(person.request('POST', 'auth/refresh', {'refresh_token': second['refresh_token']}), 401)
    problem(person.request('GET', 'me', token=second['access_token']), 401)
    problem(person.request('POST', 'auth/refresh', {'refresh_token': 'nothing'}), 401)


def scenario_sessions(world):
    person = world.buyer()
    other = world.client().sign_in(person.email, person.password)
    sessions = person.get('auth/sessions')['items']
    same(len(sessions), 2, 'sessions')
    same(sum(bool(s['current']) for s in sessions), 1, 'one of them is this one')
    for session in sessions:
        is_time(session['created_at'])
    gone = [s for s in sessions if not s['current']][0]
    same(person.request('DELETE', f"auth/sessions/{gone['id']}").status, 204, 'ending a session')
    problem(other.request('GET', 'me'), 401)
    problem(person.request('DELETE', f"auth/sessions/{gone['id']}"), 404)
    third = world.client().sign_in(person.email, person.password)
    stranger = world.buyer()
    mine = [s for s in person.get('auth/sessions')['items'] if s['current']][0]
    problem(stranger.request('DELETE', f"auth/sessions/{mine['id']}"), 404)
    status(third.request('DELETE', 'auth/sessions'), 204, 'ending the others')
    problem(person.request('GET', 'me'), 401)
    status(third.request('POST', 'auth/logout', {}), 204, 'signing out')
    problem(third.request('GET', 'me'), 401)
    problem(third.request('POST', 'auth/refresh', {'refresh_token': third.refresh_token}), 401)


def mail_to(world, email, pattern):
    """The newest mail's code; the log mailer writes files."""
    def found():
        for file in sorted(glob.glob(os.path.join(world.server.folder, 'mail', '*.eml')), key=os.path.getmtime, reverse=True):
            with open(file, encoding='utf-8', errors='replace') as text:
                mail = text.read()
            if email.lower() in mail.lower() and (code := re.search(pattern, mail.split('\n\n', 1)[-1])):
                return code[0]
    return wait_until(f'a mail to {email}', found)


def scenario_codes_by_mail(world):
    person = world.buyer()
    same(person.get('me')['email_verified'], False, 'e-mail is not confirmed yet')
    code = mail_to(world, person.email, r'\b\d{6}\b')
    problem(person.request('POST', 'auth/verify', {'channel': 'email', 'code': f'{(int(code) + 1) % 1000000:06}'}), (403, 422), 'wrong_code')
    status(person.request('POST', 'auth/verify', {'channel': 'email', 'code': code}), (200, 204), 'confirming the e-mail')
    same(person.get('me')['email_verified'], True, 'e-mail is confirmed')
    status(person.request('POST', 'auth/password/forgot', {'email': person.email}, token=None), (202, 204), 'forgotten')
    status(person.request('POST', 'auth/password/forgot', {'email': 'nobody' + person.email}, token=None), (202, 204),
           'an unknown address is answered alike')


def scenario_staff_need_a_second_factor(world):
    staff = world.staff('support')
    same(staff.user['role'], 'staff', 'role of staff')
    email, password = 'two-89261234567-' + os.urandom(5).hex() + '@client.example', 'correct horse battery'
    said = world.server.command('staff', 'add', '--email', email, '--password', password, '--permission', 'support')
    secret = re.search(r'totp_secret (\S+)', said)[1]
    guest = world.client()
    problem(guest.request('POST', 'auth/login', {'email': email, 'password': password}), 401, 'second_factor_required')
    code = totp(secret)
    problem(guest.request('POST', 'auth/login', {'email': email, 'password': password,
                                                 'totp': f'{(int(code) + 1) % 1000000:06}'}), 422, 'wrong_code', 'totp')
    status(guest.request('POST', 'auth/login', {'email': email, 'password': password, 'totp': code}), 200, 'with the code')
    problem(guest.request('POST', 'auth/login', {'email': email, 'password': password, 'totp': code}), 422, 'wrong_code', 'totp')
    same(totp('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', 59), '287082', 'the vector of RFC 6238')


def scenario_profile(world):
    person, stranger = world.driver('Павел Сергеев'), world.buyer()
    mine = person.request('GET', 'me')
    same(mine.json['email'], person.email, 'my e-mail')
    tag = mine.headers['ETag']
    same(person.request('GET', 'me', headers={'If-None-Match': tag}).status, 304, 'unchanged')
    changed = person.request('PATCH', 'me', {'display_name': 'П. Сергеев'}, headers={'If-Match': tag})
    same(status(changed, 200).json['display_name'], 'П. Сергеев', 'the new name')
    problem(person.request('PATCH', 'me', {'display_name': 'Ещё раз'}, headers={'If-Match': tag}), 412, 'version_mismatch')
    new = {'If-Match': changed.headers['ETag']}
    for bad in ({'display_name': ''}, {'display_name': 7}, {'locale': 'de'}):
        problem(person.request('PATCH', 'me', bad, headers=new), 422, field=next(iter(bad)))
    person.request('PATCH', 'me', {'role': 'staff', 'kyc_tier': 3, 'permissions': ['admin']})
    mine = person.get('me')
    same((mine['role'], mine['kyc_tier'], mine['permissions']), ('driver', 2, []), 'nobody promotes himself')
    seen = stranger.get(f"users/{person.user['id']}")
    same(seen['display_name'], 'П. Сергеев', 'public name')
    check('email' not in seen and 'phone' not in seen, f'no contacts in a public profile: {seen}')
    problem(stranger.request('GET', 'users/01890000-0000-7000-8000-000000000000'), 404, 'not_found')
    problem(stranger.request('GET', 'users/nonsense'), 404, 'not_found')
    export = person.get('me/export')
    check(person.email in str(export), 'my data hold my e-mail')
    settings = person.request('GET', 'me/notification-settings')
    same(status(settings, 200).json, status(person.request('PUT', 'me/notification-settings', settings.json), 200).json,
         'settings as they were')
