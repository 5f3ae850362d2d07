/** Calls, applications and reviews by API and on the site. */
@NullMarked
package org.talenthub.lifecycle.web;

import org.jspecify.annotations.NullMarked;
