/** Character sets of csv files. */
@NullMarked
package org.talenthub.importing.sheet.csv;

import org.jspecify.annotations.NullMarked;
