/** Events by API and on the site. */
@NullMarked
package org.talenthub.events.web;

import org.jspecify.annotations.NullMarked;
