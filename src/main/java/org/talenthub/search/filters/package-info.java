/** The ways in which a search is narrowed: what a condition is, how it is made, and the viewer's scope as one. */
@NullMarked
package org.talenthub.search.filters;

import org.jspecify.annotations.NullMarked;
