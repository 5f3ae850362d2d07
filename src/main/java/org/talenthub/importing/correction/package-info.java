/** Correction workbooks and the files that came back from them. */
@NullMarked
package org.talenthub.importing.correction;

import org.jspecify.annotations.NullMarked;
