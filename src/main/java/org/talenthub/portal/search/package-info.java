/** The search page and what is done with its results. */
@NullMarked
package org.talenthub.portal.search;

import org.jspecify.annotations.NullMarked;
