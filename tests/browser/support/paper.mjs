// What is printed.

/** How many pages a PDF has: each is an object of the type Page. */
export const sheets = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
