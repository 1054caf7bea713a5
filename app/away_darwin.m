#import <Cocoa/Cocoa.h>
#include "_cgo_export.h"

// Calls snowfieldAway, in away_darwin.go, when the computer goes to sleep,
// another user's session comes to the front or the screen is locked.
void snowfieldWatchAway(void) {
	void (^away)(NSNotification *) = ^(NSNotification *note) { snowfieldAway(); };
	NSNotificationCenter *workspace = [[NSWorkspace sharedWorkspace] notificationCenter];
	[workspace addObserverForName:NSWorkspaceWillSleepNotification object:nil queue:nil usingBlock:away];
	[workspace addObserverForName:NSWorkspaceSessionDidResignActiveNotification object:nil queue:nil usingBlock:away];
	[[NSDistributedNotificationCenter defaultCenter] addObserverForName:@"com.apple.screenIsLocked" object:nil queue:nil usingBlock:away];
}
