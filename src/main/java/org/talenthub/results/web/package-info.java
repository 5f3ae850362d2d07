/** The API of exports, saved searches, alerts and lists. */
@NullMarked
package org.talenthub.results.web;

import org.jspecify.annotations.NullMarked;
