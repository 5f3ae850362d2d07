/** What a line of words is made of before it is a query. */
@NullMarked
package org.talenthub.search.language;

import org.jspecify.annotations.NullMarked;
