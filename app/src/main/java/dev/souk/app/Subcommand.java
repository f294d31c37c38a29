package dev.souk.app;

import java.util.concurrent.Callable;

/// A further command of the program, annotated with picocli's `@Command` and named in `META-INF/services`. Other
/// modules add theirs so, without this one knowing them.
public interface Subcommand extends Callable<Integer> {}
