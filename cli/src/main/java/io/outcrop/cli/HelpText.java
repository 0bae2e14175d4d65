package io.outcrop.cli;

/// The help that needs no command to be loaded.
final class HelpText {
  static final String TOP =
      """
      outcrop gets access to Claude on Amazon Bedrock, proves it and keeps it.

      usage: outcrop COMMAND [options]

        demo       watch five broken accounts being understood, mended and proved
        doctor     find out why a model cannot be called, and what would cure it
        explain    find the cause of a failure in its text
        fix        show what would cure it, ask, do it, and look again
        policy     simulate, explain, lint, compare, generate and test policies
        redact     take the secrets out of a text
        sandbox    a local AWS: serve, client, worlds, faults, clock and more
        version    print the versions of the program and its catalogues
        help       this, or the help of one command: outcrop help doctor

      everywhere:
        --world NAME    look at a world on this machine instead of at AWS
        --json          for programs; its shapes are in docs/schema
        -v, --verbose   details
        -h, --help      the help of a command

      exit codes: 0 fine, 1 problem found, 2 usage, 3 could not find out, 70 our bug

      Next:
        outcrop demo
      """;

  static final String SANDBOX =
      """
      outcrop sandbox: a local AWS with accounts, policies and model access.

      usage: outcrop sandbox COMMAND [options]

        serve      let a world answer as AWS would, until Ctrl-C
        client     run a command as a client of a fresh copy of a world
        env        print what points a client at a world that is being served
        worlds     list the built-in worlds, and those with a state
        show       print a world's file
        new        write a world's file to start from
        lint       say what is wrong with a world's file, or surely not meant
        reset      forget what happened in a world
        snapshot   keep everything in a world, its keys too, in a file
        restore    bring back what a snapshot kept
        faults     say, add or clear what fails in a world on purpose
        clock      say or move a world's time
        fidelity   say how we know that AWS does the same, or look whether it does

      Next:
        outcrop sandbox worlds
      """;

  static final String POLICY =
      """
      outcrop policy: what policies allow, and why.

      usage: outcrop policy COMMAND [options]

        simulate   decide requests, or all that one call to a model needs
        explain    why one request is answered so, and what would flip it
        lint       what is wrong with policies, and how to mend it
        diff       what access changes between two versions of a policy
        generate   make the least policy for what shall be called
        test       run a suite of cases, and say where the decision differs

      policies come from files, from `aws iam get-account-authorization-details`,
      or from the account itself (--profile NAME, --world NAME)

      Next:
        outcrop help policy simulate
      """;

  private HelpText() {}

  /// The help of a group of commands.
  static String of(String group) {
    return group.equals("policy") ? POLICY : SANDBOX;
  }
}
