/** The one query path: documents, queries, facets, totals; every query has a viewer. */
@NullMarked
package org.talenthub.search;

import org.jspecify.annotations.NullMarked;
