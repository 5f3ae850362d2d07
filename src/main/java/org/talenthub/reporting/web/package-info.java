/** The calendar on the site and by API. */
@NullMarked
package org.talenthub.reporting.web;

import org.jspecify.annotations.NullMarked;
