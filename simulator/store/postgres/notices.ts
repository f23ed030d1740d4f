/** A payload of NOTIFY has room for 7999 bytes. Source: postgresql.org, "NOTIFY". */
const longestPiece = 7_500;

/** Cuts a JSON text into pieces that each fit into a notice, `<number>/<how many> <piece>`, in ASCII. */
export const noticesOf = (json: string): readonly string[] => {
  const text = json.replace(/[\u007f-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
  const count = Math.max(Math.ceil(text.length / longestPiece), 1);
  return Array.from(
    { length: count },
    (_, index) => `${index + 1}/${count} ${text.slice(index * longestPiece, (index + 1) * longestPiece)}`,
  );
};

/** Puts notices, `<id> <number>/<how many> <piece>`, together; what does not begin at its beginning is left out. */
export const createAssembly = (onText: (id: number, text: string) => void) => {
  let pieces: string[] = [];
  return (notice: string): void => {
    const [head = '', id, number, count] = /^(\d{1,15}) (\d{1,6})\/(\d{1,6}) /.exec(notice) ?? [];
    if (number === '1') pieces = [];
    if (head === '' || Number(number) !== pieces.length + 1) return;
    pieces.push(notice.slice(head.length));
    if (number !== count) return;
    onText(Number(id), pieces.join(''));
    pieces = [];
  };
};
