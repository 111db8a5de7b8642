# Runs a command on a pseudo-terminal. argv: steps as JSON [[wait, type], …], then the command. Prints {"code", "screen"} as JSON.
import json, os, pty, sys

steps, command = json.loads(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(command[0], command)

data, seen = b"", 0


def read():
    global data
    try:
        chunk = os.read(terminal, 65536)
    except OSError:  # Linux reports the end of a pseudo-terminal so.
        chunk = b""
    data += chunk
    return chunk != b""


for wait, text in steps:
    while (at := data.find(wait.encode(), seen)) < 0:
        if not read():
            break
    seen = at + len(wait.encode()) if at >= 0 else len(data)
    try:
        os.write(terminal, text.encode())
    except OSError:
        break
while read():
    pass
_, status = os.waitpid(pid, 0)
print(json.dumps({"code": os.waitstatus_to_exitcode(status), "screen": data.decode(errors="replace")}))
