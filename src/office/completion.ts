export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;
export type Shell = (typeof SHELLS)[number];

/** A command as a shell completes it. */
export interface Completable {
  name: string;
  summary: string;
  /** long options that it understands */
  options: string[];
}

/** The script that makes a shell complete commands, their options, and files everywhere else. */
export function completionScript(shell: Shell, commands: readonly Completable[]): string {
  return SCRIPTS[shell](commands);
}

/** Within single quotes of a shell's script; summaries are our own, but hold quotes in English. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const names = (commands: readonly Completable[]): string =>
  [...commands.map(({ name }) => name), 'help'].join(' ');
const optionsOf = ({ options }: Completable): string => options.join(' ');

const SCRIPTS: Record<Shell, (commands: readonly Completable[]) => string> = {
  bash: commands => `# plan completion bash
_plan() {
  local word=\${COMP_WORDS[COMP_CWORD]} options=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(`${names(commands)} --help --version`)} -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${commands.map(each => `    ${each.name}) options=${quoted(optionsOf(each))} ;;`).join('\n')}
    help) options=${quoted(names(commands))} ;;
  esac
  if [[ $word == -* || \${COMP_WORDS[1]} == help ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  fi
}
complete -o default -o filenames -F _plan plan
`,
  zsh: commands => `#compdef plan
# plan completion zsh
_plan() {
  local -a commands
  commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary.replaceAll(':', '：')}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  if [[ $words[CURRENT] == -* ]]; then
    case $words[2] in
${commands.map(each => `      ${each.name}) compadd -- ${optionsOf(each)} ;;`).join('\n')}
    esac
    return
  fi
  _files
}
if [[ $funcstack[1] == _plan ]]; then _plan "$@"; else compdef _plan plan; fi
`,
  fish: commands => `# plan completion fish
${commands
  .map(
    ({ name, summary }) => `complete -c plan -n __fish_use_subcommand -a ${name} -d ${fishQuoted(summary)}`,
  )
  .join('\n')}
${commands
  .flatMap(({ name, options }) =>
    options.map(option => `complete -c plan -n '__fish_seen_subcommand_from ${name}' -l ${option.slice(2)}`),
  )
  .join('\n')}
`,
  powershell: commands => `# plan completion powershell
Register-ArgumentCompleter -Native -CommandName plan -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $options = @{
${commands.map(each => `    '${each.name}' = '${optionsOf(each)}'`).join('\n')}
  }
  $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
  $first = $words.Count -le 1 -or ($words.Count -eq 2 -and $wordToComplete -ne '')
  $choices = if ($first) { '${names(commands)}' } elseif ($wordToComplete -like '-*') { $options[$words[1]] } else { '' }
  "$choices".Split(' ', [StringSplitOptions]::RemoveEmptyEntries) |
    Where-Object { $_ -like "$wordToComplete*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
}
`,
};

/** In fish a backslash escapes within single quotes. */
const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
