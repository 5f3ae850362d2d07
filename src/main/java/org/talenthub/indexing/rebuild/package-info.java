/** Indices built anew, compared with the database and repaired. */
@NullMarked
package org.talenthub.indexing.rebuild;

import org.jspecify.annotations.NullMarked;
