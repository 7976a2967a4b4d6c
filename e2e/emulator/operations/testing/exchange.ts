import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Writes exactly this to the port and reads until the other side closes: for requests no HTTP client would send. */
export async function exchange(port: number, lines: readonly string[], body = ''): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.write(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`);
  return text(socket);
}
