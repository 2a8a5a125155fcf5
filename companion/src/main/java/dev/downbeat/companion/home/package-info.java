/** The companion's own files: settings, link, folders of the desktop. */
@NullMarked
package dev.downbeat.companion.home;

import org.jspecify.annotations.NullMarked;
