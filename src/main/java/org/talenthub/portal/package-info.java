/** The site's pages for readers: frame, home, search page, entity pages, log-in. */
@NullMarked
package org.talenthub.portal;

import org.jspecify.annotations.NullMarked;
