"""Every module here has CASES: name -> function(bench) that returns rows. bench.stand, bench.seconds, bench.rounds, bench.say."""
