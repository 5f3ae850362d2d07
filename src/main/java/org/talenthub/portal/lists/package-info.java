/** Lists, saved searches and exports on the site. */
@NullMarked
package org.talenthub.portal.lists;

import org.jspecify.annotations.NullMarked;
