/** What Elasticsearch is asked for: pages, counts, the first few, facets. */
@NamedInterface("requests")
@NullMarked
package org.talenthub.search.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
