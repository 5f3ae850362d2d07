/** What of each kind of record goes into its index; the counterpart of {@code index-mappings/}. */
@NullMarked
package org.talenthub.search.documents;

import org.jspecify.annotations.NullMarked;
