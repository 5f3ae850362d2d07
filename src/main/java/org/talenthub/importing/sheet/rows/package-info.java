/** What rows of a sheet say by where they stand: marks for “as above”, people spread over several rows, cells beyond the header. */
@NullMarked
package org.talenthub.importing.sheet.rows;

import org.jspecify.annotations.NullMarked;
