/** The correction workbook: a sheet given back with what has to be mended. */
@NullMarked
package org.talenthub.importing.sheet.correction;

import org.jspecify.annotations.NullMarked;
