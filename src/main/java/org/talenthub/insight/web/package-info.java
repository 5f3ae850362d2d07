/** The boards' numbers by API and their pages. */
@NullMarked
package org.talenthub.insight.web;

import org.jspecify.annotations.NullMarked;
