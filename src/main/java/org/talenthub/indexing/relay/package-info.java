/** Documents on their way to Elasticsearch in bulk, and what it refused. */
@NullMarked
package org.talenthub.indexing.relay;

import org.jspecify.annotations.NullMarked;
