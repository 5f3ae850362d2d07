/** The parts of an xlsx workbook, read as a stream. */
@NullMarked
package org.talenthub.importing.sheet.xlsx;

import org.jspecify.annotations.NullMarked;
