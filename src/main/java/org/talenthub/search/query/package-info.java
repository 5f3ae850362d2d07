/** What was typed, as a query of Elasticsearch, within what its viewer may know. */
@NullMarked
package org.talenthub.search.query;

import org.jspecify.annotations.NullMarked;
